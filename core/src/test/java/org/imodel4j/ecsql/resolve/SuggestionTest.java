package org.imodel4j.ecsql.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name that does not exist is shown where it stands, with the one that was probably meant. */
class SuggestionTest {
    private final Path file = Path.of(System.getProperty("imodel4j.fixtures"), "building.bim");
    private final ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.immutable(file)));

    @AfterEach
    void close() {
        schemas.close();
    }

    private void assertFailure(String ecsql, String context) {
        assertThatThrownBy(() -> new ECSqlEngine(schemas).compile(ecsql))
                .isInstanceOf(IModelException.class)
                .hasMessageEndingWith(context);
    }

    @Test
    void properties() {
        assertFailure("SELECT CodVale FROM bis.Element", "[did you mean=CodeValue, at=1:8]");
        assertFailure("SELECT 1 FROM bis.Element e\nWHERE e.CodeVal='a'", "[did you mean=e.CodeValue, at=2:7]");
        assertFailure(
                "SELECT 1 FROM bis.Element a WHERE EXISTS (SELECT 1 FROM bis.Model m WHERE b.Model.Id=2)",
                "[did you mean=m, at=1:75]");
        assertFailure("SELECT Qwertz FROM bis.Element", "'Qwertz'. [at=1:8]");
    }

    @Test
    void classesAndSchemas() {
        assertFailure("SELECT 1 FROM bis.Elemnt", "[did you mean=bis.Element, at=1:15]");
        assertFailure("SELECT 1 FROM BisCor.Element", "[did you mean=BisCore.Element, at=1:15]");
        assertFailure("SELECT 1 FROM bis.Xyzzy", "could not be loaded. [at=1:15]");
    }

    @Test
    void whatHasNoNameIsLocatedToo() {
        assertFailure("SELECT 1 FROM bis.Element WHERE CodeValue + 1 = 2", "[at=1:33]");
    }

    @Test
    void theNearestNameWins() {
        Nearest nearest = new Nearest("Lenght");
        for (String name : new String[] {"Height", "Length", "LengthUnit", "Left"}) {
            nearest.offer(name);
        }
        assertThat(nearest.found()).isEqualTo("Length");
        Nearest none = new Nearest("X");
        none.offer("Yz");
        assertThat(none.found()).isNull();
    }
}
