package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.TrafficRouter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** Lets several threads use the fake, whose state is unguarded. */
record OneAtATime(FakePlatforms fake) implements Platforms {

    private <T> T guarded(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
            synchronized (fake) {
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException problem) {
                    throw problem.getCause();
                }
            }
        }));
    }

    @Override
    public Deployer deployer(Component component) {
        return guarded(Deployer.class, fake.deployer(component));
    }

    @Override
    public TrafficRouter router(Component component) {
        return guarded(TrafficRouter.class, fake.router(component));
    }

    @Override
    public MetricSource metrics(String source) {
        return guarded(MetricSource.class, fake.metrics(source));
    }

    @Override
    public JobRunner jobs() {
        return guarded(JobRunner.class, fake.jobs());
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return Optional.empty();
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return Optional.empty();
    }

    @Override
    public List<Inspector> inspectors() {
        return fake.inspectors();
    }

    @Override
    public Optional<Notifier> notifier() {
        return fake.notifier().map(real -> guarded(Notifier.class, real));
    }

    @Override
    public Optional<Pods> pods() {
        return fake.pods();
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return fake.lock();
    }

    @Override
    public List<SourceState> sources() {
        return fake.sources();
    }
}
