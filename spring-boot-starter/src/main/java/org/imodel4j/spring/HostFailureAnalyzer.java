package org.imodel4j.spring;

import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the host of an application did not start. */
final class HostFailureAnalyzer extends AbstractFailureAnalyzer<IModelException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, IModelException cause) {
        for (Throwable each = rootFailure; each != null; each = each.getCause()) {
            if (each instanceof BeanCreationException bean
                    && ImodelAutoConfiguration.HOST_BEAN.equals(bean.getBeanName())) {
                return new FailureAnalysis(
                        "The host of the iModels did not start: " + cause.getMessage(),
                        "Correct imodel4j.files or imodel4j.cache-dir in the configuration of the application.",
                        cause);
            }
        }
        return null;
    }
}
