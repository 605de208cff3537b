package org.imodel4j.id;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.imodel4j.error.IModelException;

class IdProperties {
    @Property
    void anyIdReadsBack(@ForAll long id) {
        assertThat(Id64.isId(Id64.toHex(id))).isTrue();
        assertThat(Id64.parse(Id64.toHex(id))).isEqualTo(id);
        assertThat(Id64.parseLenient(Id64.toHex(id))).isEqualTo(id);
    }

    @Property
    void anyGuidReadsBack(@ForAll long high, @ForAll long low) {
        Guid guid = new Guid(high, low);
        assertThat(Guid.parse(guid.toString())).isEqualTo(guid);
        assertThat(Guid.ofBytes(guid.toBytes())).isEqualTo(guid);
    }

    @Property
    void anySetReadsBack(@ForAll long[] ids) {
        IdSet set = IdSet.of(ids);
        assertThat(CompressedId64Set.decode(CompressedId64Set.encode(set))).isEqualTo(set);
        for (long id : ids) {
            assertThat(set.contains(id)).isEqualTo(id != 0);
        }
    }

    @Property
    void anyTextIsASetOrOurException(@ForAll String text) {
        try {
            CompressedId64Set.decode("+" + text);
        } catch (IModelException expected) {
            assertThat(expected.errorNumber()).isEqualTo(65539);
        }
    }
}
