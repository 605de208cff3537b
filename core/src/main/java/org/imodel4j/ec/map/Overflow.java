package org.imodel4j.ec.map;

import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.map.PropertyMapping.Leaf;

/** Gives classes the overflow table of their primary or joined table, and their subclasses with them. */
final class Overflow {
    private final DbTables tables;
    private final Mappings mappings;
    private final MapStore store;

    Overflow(DbTables tables, Mappings mappings, MapStore store) {
        this.tables = tables;
        this.mappings = mappings;
        this.store = store;
    }

    /** The overflow table of a class, made when there is none. */
    DbTable of(ClassMapping mapping) {
        DbTable own = mapping.overflowTable();
        if (own == null) {
            DbTable parent = mapping.joinedOrPrimaryTable();
            own = parent.overflow();
            if (own == null) {
                own = create(parent);
            }
            use(mapping, own);
        }
        return own;
    }

    private DbTable create(DbTable parent) {
        if (!parent.children().isEmpty()) {
            throw Refusal.of("Table " + parent.name() + " has joined tables and can not have an overflow table.");
        }
        DbTable table = tables.add(new DbTable(parent.name() + "_Overflow", TableType.OVERFLOW, parent, 0));
        DbColumn parentId = parent.instanceId();
        DbColumn parentClass = parent.classId();
        DbColumn id = table.add(parentId.name(), parentId.type(), DbColumn.INSTANCE_ID, false);
        DbColumn classId = table.add(parentClass.name(), parentClass.type(), DbColumn.CLASS_ID, false);
        classId.makeNotNull();
        id.makePrimaryKey();
        table.add(new DbTable.ForeignKey(id, parentId, "CASCADE", "NO ACTION"));
        table.indexes()
                .add(new DbIndex(
                        "ix_" + table.name() + "_ecclassid",
                        table,
                        false,
                        java.util.List.of(classId),
                        false,
                        false,
                        0,
                        true));
        return table;
    }

    /** Makes a class and its subclasses have rows in the overflow table. */
    void use(ClassMapping mapping, DbTable table) {
        if (mapping.overflowTable() != null) {
            return;
        }
        PropertyMapping id = mapping.systemProperty("ECInstanceId");
        PropertyMapping classId = mapping.systemProperty("ECClassId");
        mapping.use(table);
        id.leaves().add(new Leaf("ECInstanceId", table.instanceId()));
        classId.leaves().add(new Leaf("ECClassId", table.classId()));
        if (mapping.isStored()) {
            store.saveTables(tables);
            store.saveSystemColumns(mapping, table);
        }
        for (ClassNode derived : mapping.node().derived()) {
            ClassMapping derivedMapping = mappings.of(derived);
            if (derivedMapping != null) {
                use(derivedMapping, table);
            }
        }
    }
}
