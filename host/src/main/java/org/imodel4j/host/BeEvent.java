package org.imodel4j.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of listeners that are told, one after the other and in the order in which they came, that something happened.
 *
 * <p>Any thread may add, remove and raise. Listeners run in the thread that raises. What a listener throws is logged and
 * reaches neither the raiser nor the other listeners, as in iTwin.js 5.x.
 */
public final class BeEvent<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BeEvent.class);

    private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();

    /** Adds a listener; running the answer removes it again. Adding one twice makes it run twice. */
    public Runnable addListener(Consumer<? super T> listener) {
        return add(new Entry<>(listener, false));
    }

    /** Adds a listener that is removed before its first run. */
    public Runnable addOnce(Consumer<? super T> listener) {
        return add(new Entry<>(listener, true));
    }

    /** Removes the earliest entry of a listener; false when there is none. */
    public boolean removeListener(Consumer<? super T> listener) {
        for (Entry<T> entry : entries) {
            if (entry.listener == listener) {
                return entries.remove(entry);
            }
        }
        return false;
    }

    public void clear() {
        entries.clear();
    }

    public int numberOfListeners() {
        return entries.size();
    }

    /** Tells every listener. */
    public void raise(T what) {
        for (Entry<T> entry : entries) {
            if (entry.once && !entries.remove(entry)) {
                continue;
            }
            try {
                entry.listener.accept(what);
            } catch (RuntimeException e) {
                LOG.error("A listener failed", e);
            }
        }
    }

    private Runnable add(Entry<T> entry) {
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Compared by identity, so that one listener can stand in the list twice. */
    private static final class Entry<T> {
        private final Consumer<? super T> listener;
        private final boolean once;

        Entry(Consumer<? super T> listener, boolean once) {
            this.listener = listener;
            this.once = once;
        }
    }
}
