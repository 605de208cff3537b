package org.imodel4j.host.ipc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of one frontend that wait for their answers. */
final class OpenCalls {
    private final int most;
    private final Set<Entry> open = new HashSet<>();
    private boolean ended;

    OpenCalls(int most) {
        this.most = most;
    }

    /** Notes one more; null when there are too many. */
    synchronized @Nullable Entry tryBegin() {
        if (open.size() >= most) {
            return null;
        }
        Entry entry = new Entry();
        open.add(entry);
        return entry;
    }

    /** Forgets one; whether there are others. */
    synchronized boolean end(Entry entry) {
        open.remove(entry);
        return !open.isEmpty();
    }

    /** The frontend is gone: tells all who work for it. */
    void abandon() {
        List<Entry> all;
        synchronized (this) {
            ended = true;
            all = new ArrayList<>(open);
            open.clear();
        }
        all.forEach(Entry::abandon);
    }

    /** One call. */
    final class Entry {
        private final List<Runnable> actions = new ArrayList<>();

        void whenAbandoned(Runnable action) {
            synchronized (OpenCalls.this) {
                if (!ended) {
                    actions.add(action);
                    return;
                }
            }
            action.run();
        }

        private void abandon() {
            List<Runnable> all;
            synchronized (OpenCalls.this) {
                all = new ArrayList<>(actions);
            }
            all.forEach(Runnable::run);
        }
    }
}
