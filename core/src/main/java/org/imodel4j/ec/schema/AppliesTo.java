package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words for what a custom attribute class can stand on. */
public final class AppliesTo {
    private static final int ANY = 4095;

    private AppliesTo() {}

    private enum Container {
        Schema(1),
        AnyClass(2 | 4 | 8 | 16),
        EntityClass(2),
        CustomAttributeClass(4),
        StructClass(8),
        RelationshipClass(16),
        AnyProperty(32 | 64 | 128 | 256 | 512),
        PrimitiveProperty(32),
        StructProperty(64),
        ArrayProperty(128),
        StructArrayProperty(256),
        NavigationProperty(512),
        AnyRelationshipConstraint(1024 | 2048),
        SourceRelationshipConstraint(1024),
        TargetRelationshipConstraint(2048);

        private final int bits;

        Container(int bits) {
            this.bits = bits;
        }
    }

    /**
     * A list such as {@code Schema, AnyClass}.
     *
     * @param mask as {@link ClassDef#appliesTo}
     */
    public static String text(@Nullable Integer mask) {
        if (mask == null || (mask & ANY) == ANY) {
            return "Any";
        }
        List<String> words = new ArrayList<>();
        int left = mask;
        for (Container container : Container.values()) {
            if ((left & container.bits) == container.bits) {
                words.add(container.name());
                left &= ~container.bits;
            }
        }
        return String.join(", ", words);
    }
}
