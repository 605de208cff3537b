package org.imodel4j.examples;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaBuilder;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.xml.SchemaXmlWriter;

/** Defines a schema of pumps and prints it as ECXML, for tools that import it. */
public final class SchemaInCode {
    private SchemaInCode() {}

    static SchemaDef pumps() {
        SchemaBuilder schema = SchemaBuilder.of("Pumps", "pumps", new SchemaVersion(1, 0, 0))
                .label("Pumps and where they stand")
                .reference("BisCore", new SchemaVersion(1, 0, 25), "bis")
                .reference("CoreCustomAttributes", new SchemaVersion(1, 0, 4), "CoreCA")
                .reference("Units", new SchemaVersion(1, 0, 9), "u")
                .reference("Formats", new SchemaVersion(1, 0, 0), "f");
        ItemName physical = new ItemName("BisCore", "PhysicalElement");
        return schema.kindOfQuantity(
                        "FLOW", new ItemName("Units", "CUB_M_PER_SEC"), 0.0001, "f:DefaultRealU(2)[u:LITRE_PER_MIN]")
                .enumeration("Drive", PrimitiveType.INTEGER, values -> values.value("Electric", 0, "electric")
                        .value("Diesel", 1, "diesel"))
                .mixin(
                        "IServiced",
                        physical,
                        mixin -> mixin.property(
                                "LastService",
                                PrimitiveType.DATE_TIME,
                                property -> property.attribute(
                                        new ItemName("CoreCustomAttributes", "DateTimeInfo"),
                                        info -> info.value("DateTimeKind", "Utc"))))
                .entity("Pump", pump -> pump.base(physical)
                        .base(schema.own("IServiced"))
                        .property("SerialNumber", PrimitiveType.STRING)
                        .property("Flow", PrimitiveType.DOUBLE, property -> property.kindOfQuantity(schema.own("FLOW")))
                        .enumerated("Drive", schema.own("Drive"), property -> property.label("Driven by")))
                .relationship("PumpFeedsPump", ECClass.Strength.REFERENCING, feeds -> feeds.base(
                                new ItemName("BisCore", "ElementRefersToElements"))
                        .source(0, null, "feeds", schema.own("Pump"))
                        .target(0, null, "is fed by", schema.own("Pump")))
                .build();
    }

    public static void main(String[] args) {
        System.out.print(SchemaXmlWriter.toXml(pumps()));
    }
}
