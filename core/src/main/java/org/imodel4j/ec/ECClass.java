package org.imodel4j.ec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One EC class with its own and inherited properties. Immutable and shared by threads.
 *
 * @param baseClassIds in declared order; the first is the primary base, the others are mixins
 * @param properties all of them, as iTwin.js orders them: base classes first (depth first), overrides in the place of what they override
 */
public record ECClass(
        long id,
        ECSchema schema,
        String name,
        Type type,
        Modifier modifier,
        @Nullable String displayLabel,
        @Nullable String description,
        List<Long> baseClassIds,
        List<ECProperty> properties,
        @Nullable Relationship relationship) {
    public enum Type {
        ENTITY,
        RELATIONSHIP,
        STRUCT,
        CUSTOM_ATTRIBUTE
    }

    public enum Modifier {
        NONE,
        ABSTRACT,
        SEALED
    }

    /** {@code Schema:Class}, the form of element properties. */
    public String fullName() {
        return schema.name() + ':' + name;
    }

    /** {@code Schema.Class}, the form of query rows. */
    public String dottedName() {
        return schema.name() + '.' + name;
    }

    /** What only relationship classes have. */
    public record Relationship(Strength strength, boolean forward, Constraint source, Constraint target) {}

    public enum Strength {
        REFERENCING,
        HOLDING,
        EMBEDDING
    }

    /** @param upperLimit null for unbounded */
    public record Constraint(
            int lowerLimit,
            @Nullable Integer upperLimit,
            boolean polymorphic,
            @Nullable String roleLabel,
            List<Long> classIds,
            @Nullable Long abstractClassId) {}
}
