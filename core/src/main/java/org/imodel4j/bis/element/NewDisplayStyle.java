package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * A {@code BisCore:DisplayStyle} to be inserted. Its settings stand in the JSON properties below {@code styles}. Colours are 0xBBGGRR.
 *
 * <p>iTwin.js writes its default background map too; here that is left to whoever shows the view, which comes to the same.
 *
 * @param <E> the Java class itself
 */
public abstract class NewDisplayStyle<E extends NewDisplayStyle<E>> extends NewDefinitionElement<E> {
    private static final String STYLES = "styles";

    NewDisplayStyle(JsonObject props) {
        super(props);
    }

    static JsonObject style(String classFullName, Code code, JsonObject.Builder settings) {
        JsonObject styles =
                settings.put("viewflags", ViewFlags.DEFAULT.toProps()).build();
        return definition(classFullName, code)
                .put("jsonProperties", JsonObject.builder().put(STYLES, styles).build())
                .build();
    }

    static Code code(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:DisplayStyle", definitionModelId, name);
    }

    public final E viewFlags(ViewFlags flags) {
        return setting("viewflags", flags.toProps());
    }

    public final E backgroundColor(int color) {
        return setting("backgroundColor", JsonValue.of(color));
    }

    public final E monochromeColor(int color) {
        return setting("monochromeColor", JsonValue.of(color));
    }

    /** A member of {@code DisplayStyleSettingsProps}, such as {@code environment}. */
    public final E setting(String name, JsonValue value) {
        return jsonPropertyInside(STYLES, name, value);
    }
}
