package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import java.util.List;

/** Reads how things are on one platform of one environment. Changes nothing. */
public interface Inspector {
    /** Findings for those of {@code components} that live on this platform; empty when the inspection does not apply here. */
    List<Finding> inspect(Inspection inspection, List<Component> components);
}
