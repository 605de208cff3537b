package org.imodel4j.spring;

import org.imodel4j.host.web.WebViewerHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the host, for applications that have Actuator; {@code management.health.imodel4j.enabled} switches it off. */
@AutoConfiguration(after = ImodelAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(WebViewerHost.class)
@ConditionalOnEnabledHealthIndicator("imodel4j")
public class ImodelHealthAutoConfiguration {
    /** Up while the host takes work; tells how many iModels it serves, and nothing of which. */
    @Bean
    @ConditionalOnMissingBean(name = "imodel4jHealthIndicator")
    HealthIndicator imodel4jHealthIndicator(WebViewerHost host) {
        return () -> (host.isValid() ? Health.up() : Health.down())
                .withDetail("iModels", host.openIModels().all().size())
                .build();
    }
}
