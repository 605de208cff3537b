package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:UrlLink: the description is there even when it is not set. */
final class UrlLinkHandler implements ElementHandler {
    @Override
    public String className() {
        return "UrlLink";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Url", "Description");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new UrlLinkPart(
                new TextOrEmpty("description", selection.column("Description")),
                new NamedValue("Url", new ColumnReader.Text(selection.column("Url"))));
    }

    private record UrlLinkPart(TextOrEmpty description, NamedValue url) implements Part {
        @Override
        public void write(Row row, JsonWriter out) {
            description.write(row, out);
            url.write(row, out);
        }
    }
}
