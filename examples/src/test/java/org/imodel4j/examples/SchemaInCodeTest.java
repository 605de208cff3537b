package org.imodel4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.imodel4j.ec.xml.SchemaXmlWriter;
import org.junit.jupiter.api.Test;

class SchemaInCodeTest {
    @Test
    void theSchemaIsWholeWhenItIsPrinted() {
        assertThat(SchemaXmlWriter.toXml(SchemaInCode.pumps()))
                .contains(
                        "<ECSchema schemaName=\"Pumps\" alias=\"pumps\" version=\"01.00.00\"",
                        "<AppliesToEntityClass>bis:PhysicalElement</AppliesToEntityClass>",
                        "<ECProperty propertyName=\"Flow\" typeName=\"double\" kindOfQuantity=\"FLOW\"/>",
                        "<ECEnumerator name=\"Diesel\" value=\"1\" displayLabel=\"diesel\"/>",
                        "<Class class=\"Pump\"/>");
    }
}
