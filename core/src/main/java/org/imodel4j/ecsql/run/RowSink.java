package org.imodel4j.ecsql.run;

import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a row go. NULLs leave no trace here: they are written only when a value follows, so that those at the end
 * of a row fall away, and members without a value have no name.
 */
final class RowSink {
    private final @Nullable JsonWriter out;
    private final @Nullable RowSink parent;
    private final byte[] scratch;
    private byte @Nullable [] name;
    private int pendingNulls;
    private boolean began;
    private boolean open;

    RowSink(JsonWriter out) {
        this.out = out;
        this.parent = null;
        this.scratch = new byte[JulianDay.MAX_LENGTH];
    }

    /** An object inside a value, which begins with its first member. */
    RowSink(RowSink parent) {
        this.out = null;
        this.parent = parent;
        this.scratch = parent.scratch;
    }

    /** Room for a short text while it is written. */
    byte[] scratch() {
        return scratch;
    }

    /** The next value is an item of an array. */
    void nextItem() {
        if (!began) {
            pendingNulls++;
        }
        began = false;
    }

    /** The next value is a member of an object. */
    void nextMember(byte[] encodedName) {
        name = encodedName;
    }

    void startRow() {
        pendingNulls = -1;
        began = false;
        name = null;
    }

    /** The writer, ready for a value that is not NULL. */
    JsonWriter begin() {
        JsonWriter to = out;
        if (to == null) {
            to = openObject();
        }
        began = true;
        if (name != null) {
            to.name(name);
            return to;
        }
        for (; pendingNulls > 0; pendingNulls--) {
            to.nullValue();
        }
        return to;
    }

    /** A value that is there and has no form in JSON: null in an array, where NULLs behind it count on its place, else nothing. */
    void nothing() {
        if (name == null && out != null) {
            begin().nullValue();
        }
    }

    private JsonWriter openObject() {
        if (parent == null) {
            throw new IllegalStateException("a sink without a writer has a parent");
        }
        if (open) {
            return parent.writer();
        }
        open = true;
        return parent.begin().beginObject();
    }

    private JsonWriter writer() {
        if (out != null) {
            return out;
        }
        if (parent == null) {
            throw new IllegalStateException("a sink without a writer has a parent");
        }
        return parent.writer();
    }

    /** Ends the object inside a value, if it ever began. */
    void endObject() {
        if (open) {
            writer().endObject();
        }
    }
}
