package org.imodel4j.ec;

/**
 * A custom attribute on a schema, class, property or relationship end. Attributes of base classes are not part of a class's
 * own: they are looked up with {@link ECSchemas#tryInheritedCustomAttribute}.
 *
 * @param classId the custom attribute class
 * @param schemaName its schema
 * @param className its name
 */
public record CustomAttribute(long classId, String schemaName, String className, CustomAttributeXml instance) {
    /** What an attribute stands on, with the code of {@code ec_CustomAttribute.ContainerType}. */
    public enum Container {
        SCHEMA(1),
        CLASS(30),
        PROPERTY(992),
        SOURCE_CONSTRAINT(1024),
        TARGET_CONSTRAINT(2048);

        private final int code;

        Container(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
