package org.imodel4j.ec.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class SchemaBuilderTest {
    private static final ItemName ELEMENT = new ItemName("BisCore", "PhysicalElement");

    private static SchemaBuilder schema() {
        return SchemaBuilder.of("S", "s", new SchemaVersion(1, 2, 3))
                .reference("BisCore", new SchemaVersion(1, 0, 25), "bis")
                .reference("CoreCustomAttributes", new SchemaVersion(1, 0, 4), "CoreCA");
    }

    @Test
    void aSchemaHoldsWhatWasDefined() {
        SchemaBuilder builder = schema();
        SchemaDef built = builder.category("Size", "Size", 3)
                .mixin("IM", ELEMENT, mixin -> mixin.property("M", PrimitiveType.STRING))
                .entity("E", entity -> entity.base(ELEMENT)
                        .base(builder.own("IM"))
                        .property("P", PrimitiveType.DOUBLE, more -> more.category(builder.own("Size"))
                                .priority(2)
                                .readOnly()))
                .build();
        assertThat(built.key()).hasToString("S.01.02.03");
        assertThat(built.tryItem("im", ClassDef.class).isMixin()).isTrue();
        PropertyDef property = built.tryItem("E", ClassDef.class).tryProperty("p");
        assertThat(property.category()).isEqualTo(new ItemName("S", "Size"));
        assertThat(property.readOnly()).isTrue();
        assertThat(property.priority()).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsNamed() {
        wrong("1st", builder -> builder.entity("1st", entity -> {}));
        wrong("e", builder -> builder.entity("E", entity -> {}).struct("e", struct -> {}));
        wrong(
                "p",
                builder -> builder.entity(
                        "E", entity -> entity.property("P", PrimitiveType.LONG).property("p", PrimitiveType.LONG)));
        wrong("Missing", builder -> builder.entity("E", entity -> entity.base(builder.own("Missing"))));
        wrong("Other:X", builder -> builder.entity("E", entity -> entity.base(new ItemName("Other", "X"))));
        wrong("R", builder -> builder.relationship("R", ECClass.Strength.EMBEDDING, ends -> {}));
        wrong(
                "B",
                builder -> builder.enumeration("N", PrimitiveType.INTEGER, values -> values.value("A", 1, "a")
                        .value("B", 1, "b")));
        wrong("A", builder -> builder.enumeration("N", PrimitiveType.INTEGER, values -> values.value("A", "1", "a")));
        // A name of another kind of item is as good as none.
        wrong("E", builder -> builder.entity("E", entity -> entity.enumerated("P", builder.own("E"), property -> {})));
    }

    private static void wrong(String item, Consumer<SchemaBuilder> definition) {
        assertThatThrownBy(() -> {
                    SchemaBuilder builder = schema();
                    definition.accept(builder);
                    builder.build();
                })
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.BAD_SCHEMA.number()))
                .hasMessageContaining(item);
    }
}
