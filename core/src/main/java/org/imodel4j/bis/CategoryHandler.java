package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:Category: description and rank are there even when they are not set. */
final class CategoryHandler implements ElementHandler {
    @Override
    public String className() {
        return "Category";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Description", "Rank");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new CategoryPart(
                new TextOrEmpty("description", selection.column("Description")), selection.column("Rank"));
    }

    private record CategoryPart(TextOrEmpty description, int rank) implements Part {
        private static final byte[] RANK = JsonWriter.encodeName("rank");

        @Override
        public void write(Row row, JsonWriter out) {
            description.write(row, out);
            out.name(RANK).value(row.columns.columnLong(rank));
        }
    }
}
