package org.imodel4j.bis.element;

import java.util.Base64;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:Texture} to be inserted: an image. */
public final class Texture extends NewDefinitionElement<Texture> {
    /** How an image is encoded; stored as {@link #number()}. */
    public enum ImageFormat {
        JPEG(0),
        PNG(2);

        private final int number;

        ImageFormat(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private Texture(JsonObject props) {
        super(props);
    }

    @Override
    Texture copy(JsonObject changed) {
        return new Texture(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:Texture", definitionModelId, name);
    }

    /** @param image a whole file of that format */
    public static Texture create(Code code, ImageFormat format, byte[] image) {
        return new Texture(definition("BisCore:Texture", code)
                .put("format", format.number())
                .put("data", "encoding=base64;" + Base64.getEncoder().encodeToString(image))
                .build());
    }

    public Texture description(String description) {
        return with("description", description);
    }
}
