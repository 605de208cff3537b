package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/**
 * Defines a schema in code. Items are named by {@link ItemName}; {@link #own} makes one of this schema, and its item may be defined
 * later. {@link #build} checks that names are names, that nothing is defined twice and that everything named is there.
 *
 * <p>Used by one thread. Wrong names fail at once, what only shows in the whole at {@link #build}, both with BadSchema.
 */
public final class SchemaBuilder {
    private final SchemaKey key;
    private final String alias;
    private final List<SchemaReference> references = new ArrayList<>();
    private final List<ItemDef> items = new ArrayList<>();
    private final List<CustomAttributeDef> attributes = new ArrayList<>();
    private @Nullable String label;
    private @Nullable String description;

    private SchemaBuilder(SchemaKey key, String alias) {
        this.key = key;
        this.alias = alias;
    }

    public static SchemaBuilder of(String name, String alias, SchemaVersion version) {
        return new SchemaBuilder(new SchemaKey(SchemaCheck.name(name), version), SchemaCheck.name(alias));
    }

    public SchemaBuilder label(String text) {
        label = text;
        return this;
    }

    public SchemaBuilder description(String text) {
        description = text;
        return this;
    }

    /** Lets this schema use the items of another one. */
    public SchemaBuilder reference(String name, SchemaVersion version, String withAlias) {
        references.add(new SchemaReference(SchemaCheck.name(name), version, SchemaCheck.name(withAlias)));
        return this;
    }

    /** The name of an item of this schema. */
    public ItemName own(String name) {
        return new ItemName(key.name(), SchemaCheck.name(name));
    }

    /** A custom attribute on the schema itself. */
    public SchemaBuilder attribute(ItemName type, Consumer<AttributeBuilder> values) {
        attributes.add(AttributeBuilder.build(type, values));
        return this;
    }

    public SchemaBuilder entity(String name, Consumer<ClassBuilder> content) {
        return add(ClassBuilder.build(name, ECClass.Type.ENTITY, content));
    }

    /**
     * An abstract entity class that others take in beside their base class.
     *
     * @param appliesTo the entity class that those others derive from
     */
    public SchemaBuilder mixin(String name, ItemName appliesTo, Consumer<ClassBuilder> content) {
        String target = qualified(appliesTo);
        return entity(name, built -> {
            built.modifier(ECClass.Modifier.ABSTRACT);
            content.accept(built);
            built.attribute(ClassDef.IS_MIXIN, values -> values.value("AppliesToEntityClass", target));
        });
    }

    public SchemaBuilder struct(String name, Consumer<ClassBuilder> content) {
        return add(ClassBuilder.build(name, ECClass.Type.STRUCT, content));
    }

    /** A class of custom attributes that may stand on anything. */
    public SchemaBuilder attributeClass(String name, Consumer<ClassBuilder> content) {
        return add(ClassBuilder.build(name, ECClass.Type.CUSTOM_ATTRIBUTE, content));
    }

    /** A relationship class; {@link ClassBuilder#source} and {@link ClassBuilder#target} are needed. */
    public SchemaBuilder relationship(String name, ECClass.Strength strength, Consumer<ClassBuilder> content) {
        return add(ClassBuilder.build(name, ECClass.Type.RELATIONSHIP, built -> {
            built.strength(strength, true);
            content.accept(built);
        }));
    }

    /** A strict enumeration of numbers or of texts. */
    public SchemaBuilder enumeration(String name, PrimitiveType backing, Consumer<EnumerationBuilder> values) {
        EnumerationBuilder built = new EnumerationBuilder();
        values.accept(built);
        List<EnumeratorDef> enumerators = built.enumerators(backing);
        return add(new EnumerationDef(SchemaCheck.name(name), null, null, backing, built.isStrict(), enumerators));
    }

    /**
     * What numbers measure.
     *
     * @param presentationFormats format strings with the aliases of this schema, the default one first
     */
    public SchemaBuilder kindOfQuantity(
            String name, ItemName persistenceUnit, double relativeError, String... presentationFormats) {
        return add(new KindOfQuantityDef(
                SchemaCheck.name(name),
                null,
                null,
                qualified(persistenceUnit),
                relativeError,
                List.of(presentationFormats)));
    }

    public SchemaBuilder category(String name, String displayLabel, int priority) {
        return add(new PropertyCategoryDef(SchemaCheck.name(name), displayLabel, null, priority));
    }

    /** An item that was made elsewhere: a unit, a format, a phenomenon … */
    public SchemaBuilder add(ItemDef item) {
        SchemaCheck.name(item.name());
        items.add(item);
        return this;
    }

    private String qualified(ItemName name) {
        return SchemaCheck.qualified(name, key.name(), references);
    }

    /**
     * The schema as it is defined now.
     *
     * @throws IModelException BadSchema naming the item when something is defined twice, not at all or by a schema that is not
     *     referred to
     */
    public SchemaDef build() {
        SchemaDef schema =
                new SchemaDef(key, alias, label, description, ECXmlVersion.V3_2, references, items, attributes);
        new SchemaCheck(schema).check();
        return schema;
    }
}
