package org.imodel4j.bis.write;

import org.imodel4j.bis.VersionedForm;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** BisCore:AnnotationTextStyle: settings that text can be drawn with. They are stored as they come. */
final class TextStyleRule implements ElementRule {
    @Override
    public String className() {
        return "AnnotationTextStyle";
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        /** @throws IModelException BAD_ARG for settings without a font, or with sizes that are not above zero */
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            JsonObject settings = VersionedText.tryRequire(props, "settings", VersionedForm.TEXT_STYLE);
            if (settings == null) {
                return;
            }
            JsonObject data = settings.get("data") instanceof JsonObject object ? object : JsonObject.EMPTY;
            JsonObject font = data.object("font");
            String name = font == null ? null : font.text("name");
            if (name == null || name.isBlank()) {
                throw invalid("font.name");
            }
            for (String size : new String[] {"textHeight", "stackedFractionScale"}) {
                if (isTooSmall(data.get(size))) {
                    throw invalid(size);
                }
            }
        }

        private static boolean isTooSmall(@Nullable JsonValue size) {
            return size instanceof JsonValue.Number number && number.value() <= 0;
        }

        private static IModelException invalid(String member) {
            return new IModelException(Status.BAD_ARG, "Invalid settings of a text style").with("member", member);
        }
    }
}
