package org.imodel4j.ecsql.run;

import java.nio.charset.StandardCharsets;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.JsonWriter;

/** Names of classes as JSON strings by id. Safe for use by several threads; finding a known name allocates nothing. */
final class ClassNames {
    private final ECSchemas schemas;
    private volatile Table table = new Table(new long[64], new byte[64][]);
    private int size;

    ClassNames(ECSchemas schemas) {
        this.schemas = schemas;
    }

    /** Open addressing; a table that readers can see is never changed but in empty places. */
    private record Table(long[] ids, byte[][] names) {
        byte[] find(long id) {
            int mask = ids.length - 1;
            for (int i = slot(id, mask); ids[i] != 0; i = (i + 1) & mask) {
                if (ids[i] == id) {
                    return names[i];
                }
            }
            return EMPTY;
        }

        void put(long id, byte[] name) {
            int mask = ids.length - 1;
            int i = slot(id, mask);
            while (ids[i] != 0) {
                i = (i + 1) & mask;
            }
            names[i] = name;
            ids[i] = id;
        }

        private static int slot(long id, int mask) {
            return (int) (id * 0x9E3779B97F4A7C15L >>> 40) & mask;
        }
    }

    private static final byte[] EMPTY = {};

    void write(long classId, JsonWriter out) {
        byte[] name = table.find(classId);
        if (name.length == 0) {
            name = load(classId);
        }
        if (name.length == 0) {
            out.hexId(classId);
        } else {
            out.raw(name, 0, name.length);
        }
    }

    private synchronized byte[] load(long classId) {
        ECClass ecClass = classId == 0 ? null : schemas.tryClassById(classId);
        if (ecClass == null) {
            return EMPTY;
        }
        byte[] known = table.find(classId);
        if (known.length > 0) {
            return known;
        }
        byte[] name = ('"' + ecClass.dottedName() + '"').getBytes(StandardCharsets.UTF_8);
        Table old = table;
        int length = (size + 1) * 2 > old.ids().length ? old.ids().length * 2 : old.ids().length;
        // A copy for each new name: classes are few, and readers need no lock.
        Table next = new Table(new long[length], new byte[length][]);
        for (int i = 0; i < old.ids().length; i++) {
            if (old.ids()[i] != 0) {
                next.put(old.ids()[i], old.names()[i]);
            }
        }
        next.put(classId, name);
        size++;
        table = next;
        return name;
    }
}
