package org.imodel4j.ec;

import org.jspecify.annotations.Nullable;

/**
 * One property as a class sees it, inherited ones included.
 *
 * @param declaringClassId the class whose definition counts: the nearest override
 * @param primitive for primitive (and enumeration) properties and arrays of them, else null
 * @param enumerationId set for properties typed by an enumeration; {@code primitive} is then its base type
 * @param structClassId for structs and struct arrays
 * @param extendedType such as {@code BeGuid} or {@code Json}
 * @param navigation for navigation properties
 * @param maxOccurs null for unbounded arrays; without meaning for other kinds
 * @param dateTime for DateTime properties: what the DateTimeInfo custom attribute says
 */
public record ECProperty(
        long id,
        String name,
        Kind kind,
        long declaringClassId,
        @Nullable PrimitiveType primitive,
        @Nullable Long enumerationId,
        @Nullable Long structClassId,
        @Nullable String extendedType,
        @Nullable Navigation navigation,
        @Nullable DateTimeInfo dateTime,
        @Nullable String displayLabel,
        @Nullable String description,
        @Nullable Integer priority,
        boolean readOnly,
        int minOccurs,
        @Nullable Integer maxOccurs,
        @Nullable Long kindOfQuantityId,
        @Nullable Long categoryId) {
    public enum Kind {
        PRIMITIVE,
        STRUCT,
        PRIMITIVE_ARRAY,
        STRUCT_ARRAY,
        NAVIGATION
    }

    public record Navigation(long relationshipClassId, boolean forward) {}
}
