package org.imodel4j.host.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcVersionTest {
    @ParameterizedTest
    @CsvSource({
        "3.8.0, 3.8.0, true",
        "3.8.0, 3.5.0, true",
        "3.8.0, 3.9.0, false",
        "3.8.0, 2.3.1, false",
        "3.8.0, 4.0.0, false",
        "2.3.1, 2.3.0, true",
        "2.3.0, 2.3.7, true",
        "0.7.0, 0.6.0, false",
        "0.7.3, 0.7.2, true",
        "0.7.2, 0.7.3, false",
        "3.8.0, 3.8.0-dev.1, false",
        "3.8.0-dev.1, 3.8.0-dev.1, true",
        "3.8.0, 3.8, false",
        "3.8.0, '', false",
        "3.8.0, 3..0, false",
        "3.8.0, 99999999999.0.0, false"
    })
    void versionsFitByTheRuleOfTheReference(String backend, String frontend, boolean fits) {
        assertThat(RpcVersion.isCompatible(backend, frontend)).isEqualTo(fits);
    }

    @Test
    void statusCategoriesAreThoseOfTheReference() {
        assertThat(StatusCategory.httpStatus(65539)).isEqualTo(400);
        assertThat(StatusCategory.httpStatus(65574)).isEqualTo(404);
        assertThat(StatusCategory.httpStatus(65604)).isEqualTo(204);
        assertThat(StatusCategory.httpStatus(65606)).isEqualTo(501);
        assertThat(StatusCategory.httpStatus(65603)).isEqualTo(408);
        assertThat(StatusCategory.httpStatus(135168)).isEqualTo(403);
        assertThat(StatusCategory.httpStatus(102417)).isEqualTo(429);
        assertThat(StatusCategory.httpStatus(32768)).isEqualTo(500);
    }
}
