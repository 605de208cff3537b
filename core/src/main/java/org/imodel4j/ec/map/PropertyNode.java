package org.imodel4j.ec.map;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECProperty.Kind;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** A property as far as mapping needs it. The classes it refers to are set when all are read. */
final class PropertyNode {
    private final long id;
    private final String name;
    private final ClassNode owner;
    private final Kind kind;
    private final @Nullable PrimitiveType primitive;
    private final boolean readOnly;
    private final long typeClassId;
    private final boolean forward;
    private final Map<String, CustomAttributeXml> attributes = new HashMap<>(2);

    /**
     * @param primitive of a primitive property, or of an enumeration
     * @param typeClassId of the struct or of the relationship class, else 0
     * @param forward the direction of a navigation property
     */
    PropertyNode(
            long id,
            String name,
            ClassNode owner,
            Kind kind,
            @Nullable PrimitiveType primitive,
            boolean readOnly,
            long typeClassId,
            boolean forward) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.kind = kind;
        this.primitive = primitive;
        this.readOnly = readOnly;
        this.typeClassId = typeClassId;
        this.forward = forward;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    ClassNode owner() {
        return owner;
    }

    Kind kind() {
        return kind;
    }

    boolean isNavigation() {
        return kind == Kind.NAVIGATION;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    PrimitiveType primitive() {
        return primitive == null ? PrimitiveType.STRING : primitive;
    }

    long typeClassId() {
        return typeClassId;
    }

    boolean isForward() {
        return forward;
    }

    void put(String attribute, CustomAttributeXml value) {
        attributes.put(attribute, value);
    }

    /** A custom attribute of ECDbMap on this property, null when it has none. */
    @Nullable
    CustomAttributeXml attribute(String attribute) {
        return attributes.get(attribute);
    }

    @Override
    public String toString() {
        return owner.fullName() + '.' + name;
    }
}
