package org.imodel4j.ecsql.translate;

/** The SQL functions that give instances and their properties; whoever runs translations registers them. */
public final class InstanceFunctionNames {
    /** {@code (class id, instance id, flags)}: the whole instance as JSON text; flag 1 JavaScript names, flag 2 whole blobs. */
    public static final String INSTANCE = "imodel4j_instance";

    /** {@code (class id, instance id, property, flags)}: one property, NULL when the class lacks it. */
    public static final String PROPERTY = "imodel4j_property";

    /** The same property as JSON, as a row spells it; a class id is a number, because formats spell it differently. */
    public static final String PROPERTY_JSON = "imodel4j_property_json";

    private InstanceFunctionNames() {}
}
