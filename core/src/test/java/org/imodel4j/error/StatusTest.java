package org.imodel4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void numbersAreUnique() {
        assertThat(Arrays.stream(Status.values()).map(Status::number)).doesNotHaveDuplicates();
    }

    @Test
    void numbersHaveTheNamesOfITwinJs() {
        assertThat(Status.textOf(65574)).isEqualTo("Not Found");
        assertThat(Status.textOf(14)).isEqualTo("Can't open");
        assertThat(Status.textOf(201326602)).isEqualTo("Profile Too New");
        assertThat(Status.textOf(0)).isEqualTo("Success");
        assertThat(Status.textOf(4711)).isEqualTo("Error (4711)");
    }

    @Test
    void extendedResultCodesHaveTheKindOfTheirFamily() {
        assertThat(Status.kindOfResultCode(5 | 3 << 8)).isEqualTo(ErrorKind.CONFLICT);
        assertThat(Status.kindOfResultCode(11)).isEqualTo(ErrorKind.DATA);
        assertThat(Status.kindOfResultCode(0x77)).isEqualTo(ErrorKind.INTERNAL);
    }

    @Test
    void messagesShowTheContextBehindTheText() {
        IModelException failure = new IModelException(Status.NOT_FOUND, "No such element")
                .with("id", "0x1c")
                .with("model", "0x1");
        assertThat(failure).hasMessage("No such element [id=0x1c, model=0x1]");
        assertThat(failure.text()).isEqualTo("No such element");
        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }
}
