package org.imodel4j.ec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What numbers of a property measure.
 *
 * @param persistenceUnit qualified by the alias of its schema as the declaring schema refers to it: {@code u:M}
 * @param presentationFormats format strings such as {@code f:DefaultRealU(4)[u:M]}; the first is the default one
 */
public record KindOfQuantityDef(
        String name,
        @Nullable String displayLabel,
        @Nullable String description,
        String persistenceUnit,
        double relativeError,
        List<String> presentationFormats)
        implements ItemDef {
    public KindOfQuantityDef {
        presentationFormats = List.copyOf(presentationFormats);
    }
}
