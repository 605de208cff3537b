package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:UrlLink} or {@code BisCore:RepositoryLink} to be inserted into the model that is the scope of its code. */
public final class UrlLink extends NewElement<UrlLink> {
    private UrlLink(JsonObject props) {
        super(props);
    }

    @Override
    UrlLink copy(JsonObject changed) {
        return new UrlLink(changed);
    }

    /** @param modelId a link model, or the repository model for repository links */
    public static Code createCode(CodeSpecs specs, long modelId, String name) {
        return Code.of(specs, "bis:LinkElement", modelId, name);
    }

    public static UrlLink create(Code code) {
        return new UrlLink(begin("BisCore:UrlLink", code.scope(), code).build());
    }

    /** A link to a place where data are kept. */
    public static UrlLink createRepositoryLink(Code code) {
        return create(code).ofClass("BisCore:RepositoryLink");
    }

    public UrlLink url(String url) {
        return with("url", url);
    }

    public UrlLink description(String description) {
        return with("description", description);
    }

    /** Of a repository link. */
    public UrlLink repositoryGuid(Guid repositoryGuid) {
        return with("repositoryGuid", repositoryGuid.toString());
    }

    /** Of a repository link: what its data are, such as {@code IFC}. */
    public UrlLink format(String format) {
        return with("format", format);
    }
}
