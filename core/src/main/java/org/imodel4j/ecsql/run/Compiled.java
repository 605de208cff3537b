package org.imodel4j.ecsql.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.error.IModelException;

/** Compiled statements by what they were compiled from, the least recently used of them dropped first. Safe for use by several threads. */
final class Compiled<K, V> {
    private static final int KEPT_STATEMENTS = 500;

    private static final int LONGEST_KEPT = 20_000;

    private final Map<K, V> known = new LinkedHashMap<>(64, 0.75f, true);

    /** @throws IModelException number 1 when the text does not compile */
    V get(K key, String ecsql, Supplier<V> compiler) {
        synchronized (known) {
            V found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        V made;
        try {
            made = compiler.get();
        } catch (IModelException failure) {
            throw ECSqlFailure.located(ecsql, failure);
        } catch (StackOverflowError tooDeep) {
            // The parser bounds nesting; how much of it fits depends on the caller's stack. Nothing half made stays
            // behind.
            throw ECSqlFailure.of("The statement nests too deeply.");
        }
        if (ecsql.length() > LONGEST_KEPT) {
            return made;
        }
        synchronized (known) {
            known.put(key, made);
            if (known.size() > KEPT_STATEMENTS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return made;
    }
}
