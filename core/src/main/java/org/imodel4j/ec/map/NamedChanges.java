package org.imodel4j.ec.map;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The differences of two collections, by name without regard to case. */
final class NamedChanges {
    private NamedChanges() {}

    /** One difference: without {@code before} something new, without {@code after} something gone. */
    interface Handler<T> {
        void change(@Nullable T before, @Nullable T after);
    }

    /** Tells what differs, in the order of the names. */
    static <T> void each(
            Collection<? extends T> before,
            Collection<? extends T> after,
            Function<? super T, String> name,
            Handler<T> handler) {
        Map<String, T> old = byName(before, name);
        Map<String, T> fresh = byName(after, name);
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(old.keySet());
        names.addAll(fresh.keySet());
        for (String each : names) {
            T from = old.get(each);
            T to = fresh.get(each);
            if (!Objects.equals(from, to)) {
                handler.change(from, to);
            }
        }
    }

    private static <T> Map<String, T> byName(Collection<? extends T> values, Function<? super T, String> name) {
        Map<String, T> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach(value -> map.put(name.apply(value), value));
        return map;
    }
}
