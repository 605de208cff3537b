package org.imodel4j.host.mobile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one page by their ids. A page that connects anew sends those again that have no answer yet: one that still runs is not run a second
 * time, and one that is done is answered with what is kept. The newest answers are kept, as many as fit into the bounds; they may have been on
 * their way when the connection broke. Safe for use by many threads.
 */
final class Requests {
    static final int MOST_KEPT = 200;
    static final long MOST_KEPT_BYTES = 8 << 20;

    private final int mostRunning;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int running;
    private long keptBytes;
    private boolean abandoned;

    Requests(int mostRunning) {
        this.mostRunning = mostRunning;
    }

    /** What is to be done with a request. */
    sealed interface Asked {
        /** It is new. */
        record Begun(Entry entry) implements Asked {}

        /** It runs already; its answer will go to whom asked last. */
        record Running() implements Asked {}

        /** It was answered before. */
        record Kept(MobileAnswer answer) implements Asked {}

        /** Too many run. */
        record Refused() implements Asked {}
    }

    synchronized Asked ask(String id, Link from) {
        Entry known = entries.get(id);
        if (known != null) {
            known.link = from;
            return known.answer == null ? new Asked.Running() : new Asked.Kept(known.answer);
        }
        if (running >= mostRunning) {
            return new Asked.Refused();
        }
        Entry entry = new Entry(id, from);
        entries.put(id, entry);
        running++;
        return new Asked.Begun(entry);
    }

    /** Notes an answer; gives the connection that asked last. */
    synchronized Link answered(Entry entry, MobileAnswer answer) {
        running--;
        // Put behind all others, so that the order of the entries is that of their answers.
        entries.remove(entry.id);
        if (!abandoned && !answer.isForNow() && answer.bytes() <= MOST_KEPT_BYTES / 2) {
            entry.answer = answer;
            entries.put(entry.id, entry);
            keptBytes += answer.bytes();
            dropOldest();
        }
        return entry.link;
    }

    private void dropOldest() {
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() - running > MOST_KEPT || keptBytes > MOST_KEPT_BYTES) {
            Entry entry = oldest.next();
            if (entry.answer != null) {
                keptBytes -= entry.answer.bytes();
                oldest.remove();
            }
        }
    }

    /** The page is gone: tells all who work for it, and forgets everything. */
    void abandon() {
        List<Runnable> actions = new ArrayList<>();
        synchronized (this) {
            abandoned = true;
            entries.values().forEach(entry -> actions.addAll(entry.whenAbandoned));
            entries.clear();
            keptBytes = 0;
        }
        actions.forEach(Runnable::run);
    }

    /** One request. */
    final class Entry {
        private final String id;
        private final List<Runnable> whenAbandoned = new ArrayList<>();
        private Link link;
        private @Nullable MobileAnswer answer;

        private Entry(String id, Link link) {
            this.id = id;
            this.link = link;
        }

        /** Runs an action, in any thread, when the page goes before its answer; at once when it is gone. */
        void whenAbandoned(Runnable action) {
            synchronized (Requests.this) {
                if (!abandoned) {
                    whenAbandoned.add(action);
                    return;
                }
            }
            action.run();
        }
    }
}
