package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.jspecify.annotations.Nullable;

/** The properties that every class has without declaring them. */
public enum SystemProperty {
    INSTANCE_ID("ECInstanceId", ValueType.ID, "id", false),
    CLASS_ID("ECClassId", ValueType.CLASS_ID, "className", false),
    SOURCE_INSTANCE_ID("SourceECInstanceId", ValueType.SOURCE_ID, "sourceId", true),
    SOURCE_CLASS_ID("SourceECClassId", ValueType.SOURCE_CLASS_ID, "sourceClassName", true),
    TARGET_INSTANCE_ID("TargetECInstanceId", ValueType.TARGET_ID, "targetId", true),
    TARGET_CLASS_ID("TargetECClassId", ValueType.TARGET_CLASS_ID, "targetClassName", true);

    private final String ecName;
    private final ValueType.Primitive type;
    private final String jsName;
    private final boolean relationshipOnly;

    SystemProperty(String ecName, ValueType.Primitive type, String jsName, boolean relationshipOnly) {
        this.ecName = ecName;
        this.type = type;
        this.jsName = jsName;
        this.relationshipOnly = relationshipOnly;
    }

    public String ecName() {
        return ecName;
    }

    public ValueType.Primitive type() {
        return type;
    }

    /** As rows with JavaScript names call it. */
    public String jsName() {
        return jsName;
    }

    Output output() {
        return new Output(ecName, ecName, "", false, type);
    }

    static List<SystemProperty> of(ECClass ecClass) {
        List<SystemProperty> found = new ArrayList<>();
        for (SystemProperty property : values()) {
            if (!property.relationshipOnly || ecClass.type() == ECClass.Type.RELATIONSHIP) {
                found.add(property);
            }
        }
        return found;
    }

    static boolean isName(String name) {
        for (SystemProperty property : values()) {
            if (property.ecName.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    public static @Nullable SystemProperty find(ECClass ecClass, String name) {
        for (SystemProperty property : of(ecClass)) {
            if (property.ecName.equalsIgnoreCase(name)) {
                return property;
            }
        }
        return null;
    }
}
