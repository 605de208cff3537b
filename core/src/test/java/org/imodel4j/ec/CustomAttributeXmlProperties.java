package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.NullUnmarked;

@NullUnmarked
class CustomAttributeXmlProperties {
    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll @CharRange(from = '!', to = '@') @StringLength(max = 40) String tail) {
        try {
            assertThat(CustomAttributeXml.parse("<a>" + tail + "</a>").name()).isEqualTo("a");
        } catch (IModelException refused) {
            assertThat(refused.errorNumber()).isEqualTo(11);
        }
    }

    @Property
    void escapedTextComesBack(@ForAll String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;");
        assertThat(CustomAttributeXml.parse("<a><b>" + escaped + "</b></a>")
                        .child("b")
                        .text())
                .isEqualTo(text);
    }
}
