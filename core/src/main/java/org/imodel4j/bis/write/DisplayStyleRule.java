package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * BisCore:DisplayStyle2d and 3d: what is stored as their styles is put in order, as the library below iTwin.js does. View flags and sub-category
 * overrides keep the members that it knows, excluded elements become a compressed set, and the styles of a 3d one always have an environment.
 * All other styles stay as they are.
 *
 * @param environment whether there is an environment
 */
record DisplayStyleRule(String className, boolean environment) implements ElementRule {
    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(tables.column("JsonProperties"), environment);
    }

    private record Work(int column, boolean environment) implements ElementWork {
        private static final String STYLES = "styles";
        private static final String FLAGS = "viewflags";
        private static final String ENVIRONMENT = "environment";
        private static final String OVERRIDES = "subCategoryOvr";
        private static final String EXCLUDED = "excludedElements";

        /** @throws IModelException BAD_ARG when the JSON properties or the styles in them are something else than an object */
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            JsonValue given = props.get("jsonProperties");
            if (given != null && !JsonMember.isNull(given)) {
                draft.row.setText(column, StoredText.ofJson(ordered(requireObject(given))));
            } else if (draft.insert) {
                draft.row.setText(column, StoredText.ofJson(unstyled()));
            }
        }

        private static JsonObject requireObject(JsonValue given) {
            if (given instanceof JsonObject object) {
                return object;
            }
            throw new IModelException(Status.BAD_ARG, "The JSON properties of a display style are an object");
        }

        private JsonObject ordered(JsonObject properties) {
            JsonValue given = properties.get(STYLES);
            JsonObject styles = given == null || JsonMember.isNull(given) ? JsonObject.EMPTY : requireObject(given);
            JsonObject.Builder ordered = JsonObject.builder();
            styles.members().forEach((name, value) -> {
                switch (name) {
                    case OVERRIDES -> ordered.putIfPresent(name, StyleOverrides.tryOrder(value));
                    case EXCLUDED -> ordered.putIfPresent(name, StyleOverrides.tryCompress(value));
                    default -> ordered.put(name, value);
                }
            });
            ordered.put(FLAGS, StyleFlags.of(styles.get(FLAGS)));
            if (environment) {
                ordered.put(ENVIRONMENT, StyleEnvironment.of(styles.get(ENVIRONMENT)));
            }
            return with(properties, ordered.build());
        }

        private static JsonObject with(JsonObject properties, JsonObject styles) {
            JsonObject.Builder changed = JsonObject.builder();
            properties.members().forEach(changed::put);
            return changed.put(STYLES, styles).build();
        }

        /** What a style has that came without JSON properties. */
        private JsonObject unstyled() {
            JsonObject.Builder styles = JsonObject.builder().put(FLAGS, StyleFlags.UNSTYLED);
            if (environment) {
                styles.put(ENVIRONMENT, StyleEnvironment.UNSTYLED);
            }
            return with(JsonObject.EMPTY, styles.build());
        }
    }
}
