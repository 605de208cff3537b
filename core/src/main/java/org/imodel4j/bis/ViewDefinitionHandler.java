package org.imodel4j.bis;

import java.util.Set;
import org.imodel4j.json.JsonWriter;

/** BisCore:ViewDefinition: its category selector and display style, without which it is not readable. */
final class ViewDefinitionHandler implements ElementHandler {
    @Override
    public String className() {
        return "ViewDefinition";
    }

    @Override
    public Set<String> properties() {
        return Set.of("CategorySelector", "DisplayStyle");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new ViewPart(
                new IdMember("categorySelectorId", selection.column("CategorySelector.Id")),
                new IdMember("displayStyleId", selection.column("DisplayStyle.Id")));
    }

    private record ViewPart(IdMember categorySelector, IdMember displayStyle) implements Part {
        @Override
        public boolean accepts(Row row) {
            return categorySelector.accepts(row) && displayStyle.accepts(row);
        }

        @Override
        public void write(Row row, JsonWriter out) {
            categorySelector.write(row, out);
            displayStyle.write(row, out);
        }
    }
}
