package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.imodel4j.error.IModelException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class CustomAttributeXmlTest {
    @Test
    void elementsTextAndReferencesAreRead() {
        CustomAttributeXml root = CustomAttributeXml.parse(
                "<?xml version=\"1.0\"?><!-- c --><A xmlns='S.01.02' x=\"y\">\n"
                        + "  <B>1 &lt; 2 &amp;&#65;&#x42;</B><C/><D><int>1</int><int>2</int></D><E><![CDATA[<x>]]></E></A>\n");
        assertThat(root.name()).isEqualTo("A");
        assertThat(root.namespace()).isEqualTo("S.01.02");
        assertThat(root.childText("B")).isEqualTo("1 < 2 &AB");
        assertThat(root.child("C").children()).isEmpty();
        assertThat(root.child("D").children())
                .extracting(CustomAttributeXml::text)
                .containsExactly("1", "2");
        assertThat(root.childText("E")).isEqualTo("<x>");
        assertThat(root.childText("F")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<A>",
                "<A></B>",
                "<A/><B/>",
                "<A b/>",
                "<A b=c/>",
                "<A>&nothing;</A>",
                "<A>&#x110000;</A>",
                "<A>&#;</A>",
                "<!DOCTYPE A [<!ENTITY e \"x\">]><A>&e;</A>",
                "<A><!ENTITY e 'x'></A>",
                "<A",
                "<A b='",
                "<A><![CDATA[",
                "< A/>"
            })
    void whatIsNotWellFormedIsRefused(String text) {
        assertThatThrownBy(() -> CustomAttributeXml.parse(text)).isInstanceOf(IModelException.class);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<a>".repeat(100_000);
        assertThatThrownBy(() -> CustomAttributeXml.parse(deep))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("deep");
    }
}
