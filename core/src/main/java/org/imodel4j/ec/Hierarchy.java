package org.imodel4j.ec;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which class derives from which. The closures are walked in {@code ec_ClassHasBaseClasses}, not taken from the cache table
 * of the file; a walk ends on cyclic bases because a class enters it once.
 */
final class Hierarchy {
    static final String SUBCLASSES = "WITH RECURSIVE s(Id) AS (VALUES(?1) UNION SELECT b.ClassId FROM s"
            + " JOIN ec_ClassHasBaseClasses b ON b.BaseClassId=s.Id) ";
    static final String SUPERCLASSES = "WITH RECURSIVE s(Id) AS (VALUES(?1) UNION SELECT b.BaseClassId FROM s"
            + " JOIN ec_ClassHasBaseClasses b ON b.ClassId=s.Id) ";

    private final MetadataConnection connection;
    private final Map<Long, long[]> subclasses = new ConcurrentHashMap<>();
    private final Map<Long, long[]> superclasses = new ConcurrentHashMap<>();

    Hierarchy(MetadataConnection connection) {
        this.connection = connection;
    }

    /** Ascending, with the class itself. The array is shared: callers do not change it. */
    long[] subclasses(long classId) {
        long[] ids = subclasses.get(classId);
        if (ids == null) {
            ids = connection.longs(SUBCLASSES + "SELECT Id FROM s ORDER BY Id", classId);
            subclasses.put(classId, ids);
        }
        return ids;
    }

    /** Ascending, with the class itself. The array is shared: callers do not change it. */
    long[] superclasses(long classId) {
        long[] ids = superclasses.get(classId);
        if (ids == null) {
            ids = connection.longs(SUPERCLASSES + "SELECT Id FROM s ORDER BY Id", classId);
            superclasses.put(classId, ids);
        }
        return ids;
    }

    boolean isSubclass(long classId, long baseId) {
        return classId == baseId || Arrays.binarySearch(superclasses(classId), baseId) >= 0;
    }
}
