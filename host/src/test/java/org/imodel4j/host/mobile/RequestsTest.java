package org.imodel4j.host.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcTransport;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final IpcTransport NONE = new IpcTransport() {
        @Override
        public void text(byte[] utf8) {}

        @Override
        public void binary(byte[] bytes) {}

        @Override
        public void close(IpcClose reason) {}
    };

    private final Requests requests = new Requests(10);
    private final Link link = new Link(NONE);

    private void answer(String id, int bytes) {
        Requests.Asked.Begun begun = (Requests.Asked.Begun) requests.ask(id, link);
        requests.answered(begun.entry(), new MobileAnswer(MobileAnswer.RESOLVED, new byte[bytes], List.of()));
    }

    private boolean isKept(String id) {
        return requests.ask(id, link) instanceof Requests.Asked.Kept;
    }

    @Test
    void keepsTheNewestAnswers() {
        for (int i = 0; i < Requests.MOST_KEPT + 50; i++) {
            answer("r" + i, 10);
        }
        assertThat(isKept("r49")).isFalse();
        assertThat(isKept("r50")).isTrue();
        assertThat(isKept("r249")).isTrue();
    }

    @Test
    void keepsNoMoreThanItsBytes() {
        for (int i = 0; i < 20; i++) {
            answer("r" + i, 1 << 20);
        }
        assertThat(isKept("r12")).isFalse();
        assertThat(isKept("r13")).isTrue();
        answer("huge", (int) Requests.MOST_KEPT_BYTES);
        assertThat(isKept("huge")).isFalse();
        assertThat(isKept("r19")).isTrue();
    }

    @Test
    void tellsWhoAskedLast() {
        Link later = new Link(NONE);
        Requests.Asked.Begun begun = (Requests.Asked.Begun) requests.ask("a", link);
        assertThat(requests.ask("a", later)).isInstanceOf(Requests.Asked.Running.class);
        assertThat(requests.answered(begun.entry(), new MobileAnswer(MobileAnswer.RESOLVED, new byte[0], List.of())))
                .isSameAs(later);
    }
}
