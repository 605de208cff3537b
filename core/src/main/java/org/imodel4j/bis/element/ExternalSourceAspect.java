package org.imodel4j.bis.element;

import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:ExternalSourceAspect} to be inserted: what an element was made from, in the words of the place where that came from. */
public final class ExternalSourceAspect extends NewEntity<ExternalSourceAspect> {
    private ExternalSourceAspect(JsonObject props) {
        super(props);
    }

    @Override
    ExternalSourceAspect copy(JsonObject changed) {
        return new ExternalSourceAspect(changed);
    }

    /**
     * @param elementId of the element that it belongs to
     * @param identifier of the source, unique for its kind within its scope
     * @param kind of the source, such as {@code Element} or {@code Model}
     */
    public static ExternalSourceAspect create(long elementId, String identifier, String kind) {
        return new ExternalSourceAspect(begin("BisCore:ExternalSourceAspect")
                .put("element", reference(elementId))
                .put("identifier", identifier)
                .put("kind", kind)
                .build());
    }

    /** The element within which the identifier is unique, such as a repository link. */
    public ExternalSourceAspect scope(long scopeId) {
        return with("scope", reference(scopeId));
    }

    /** The {@code BisCore:ExternalSource} that it came from. */
    public ExternalSourceAspect source(long externalSourceId) {
        return with("source", reference(externalSourceId));
    }

    public ExternalSourceAspect version(String version) {
        return with("version", version);
    }

    /** Of the source, for telling whether it has changed. */
    public ExternalSourceAspect checksum(String checksum) {
        return with("checksum", checksum);
    }

    /** They are one text, other than those of elements. */
    public ExternalSourceAspect jsonProperties(JsonObject jsonProperties) {
        return with("jsonProperties", Json.write(jsonProperties));
    }
}
