package org.imodel4j.ec.map;

import org.imodel4j.ec.ClassMap.ColumnType;
import org.jspecify.annotations.Nullable;

/** A column of a table, that exists or is to be made; a virtual one exists in {@code ec_Column} only. */
final class DbColumn {
    /** Codes of {@code ec_Column.ColumnKind}. */
    static final int DATA = 0;

    static final int INSTANCE_ID = 1;
    static final int CLASS_ID = 2;
    static final int SHARED = 4;

    private final DbTable table;
    private final String name;
    private final ColumnType type;
    private final boolean virtual;
    private int kind;
    private boolean notNull;
    private boolean unique;
    private Collation collation = Collation.UNSET;
    private @Nullable String defaultValue;
    private @Nullable String check;
    private boolean primaryKey;
    private long id;
    private boolean changed;

    /** With the codes of {@code ec_Column.CollationConstraint}. */
    enum Collation {
        UNSET,
        BINARY,
        NOCASE,
        RTRIM
    }

    DbColumn(DbTable table, String name, ColumnType type, boolean virtual, int kind) {
        this.table = table;
        this.name = MapNames.quotable(name);
        this.type = type;
        this.virtual = virtual;
        this.kind = kind;
    }

    DbTable table() {
        return table;
    }

    String name() {
        return name;
    }

    ColumnType type() {
        return type;
    }

    boolean isVirtual() {
        return virtual;
    }

    int kind() {
        return kind;
    }

    boolean isShared() {
        return kind == SHARED;
    }

    boolean isClassId() {
        return (kind & CLASS_ID) != 0;
    }

    void makeInstanceId() {
        kind = INSTANCE_ID;
    }

    /** 0 while it is not stored. */
    long id() {
        return id;
    }

    void stored(long newId) {
        id = newId;
        changed = false;
    }

    /** Whether something of it is other than what is stored. */
    boolean isChanged() {
        return changed;
    }

    boolean isNotNull() {
        return notNull;
    }

    void makeNotNull() {
        changed |= !notNull;
        notNull = true;
    }

    boolean isUnique() {
        return unique;
    }

    void makeUnique() {
        changed |= !unique;
        unique = true;
    }

    Collation collation() {
        return collation;
    }

    void collate(Collation value) {
        changed |= collation != value;
        collation = value;
    }

    @Nullable
    String defaultValue() {
        return defaultValue;
    }

    void defaultTo(@Nullable String expression) {
        changed |= !java.util.Objects.equals(defaultValue, expression);
        defaultValue = expression;
    }

    @Nullable
    String check() {
        return check;
    }

    void checkThat(@Nullable String expression) {
        check = expression;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    void makePrimaryKey() {
        primaryKey = true;
    }

    /** Whether NULL can not be stored in it. */
    boolean refusesNull() {
        return notNull || primaryKey;
    }

    /** Whether a value of that type can be stored in it: columns without a type take any, others their own. */
    boolean takes(ColumnType value) {
        return type == value || (type == ColumnType.ANY);
    }

    /** Whether it has these constraints. */
    boolean has(boolean wantedNotNull, boolean wantedUnique, Collation wantedCollation) {
        return notNull == wantedNotNull && unique == wantedUnique && collation == wantedCollation;
    }

    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
