package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Touch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.IGrantable;

/** What exists so far for functions to touch, by the catalogue's names. Each stack adds what it makes. Immutable. */
public final class Resources {
    private final Map<String, Resource> byName;

    private Resources(Map<String, Resource> byName) {
        this.byName = Map.copyOf(byName);
    }

    public static Resources none() {
        return new Resources(Map.of());
    }

    public Resources with(String name, Resource resource) {
        Map<String, Resource> more = new HashMap<>(byName);
        more.put(name, resource);
        return new Resources(more);
    }

    public Resources with(Resources others) {
        Map<String, Resource> more = new HashMap<>(byName);
        more.putAll(others.byName);
        return new Resources(more);
    }

    /** Gives a function's role exactly the permissions of its touches. */
    public void grant(IGrantable function, List<Touch> touches) {
        for (Touch touch : touches) {
            of(touch).allow(touch.access()).forEach(function.getGrantPrincipal()::addToPrincipalPolicy);
        }
    }

    /** The settings of everything touched, secrets excepted; sorted, so that equal stacks have equal templates. */
    public Map<String, String> environment(List<Touch> touches) {
        Map<String, String> environment = new TreeMap<>();
        touches.forEach(touch -> environment.putAll(of(touch).environment()));
        return environment;
    }

    /** The secret settings of everything touched. */
    public Map<String, Resource.SecretField> secrets(List<Touch> touches) {
        Map<String, Resource.SecretField> secrets = new TreeMap<>();
        touches.forEach(touch -> secrets.putAll(of(touch).secrets()));
        return secrets;
    }

    private Resource of(Touch touch) {
        Resource resource = byName.get(touch.resource());
        if (resource == null) {
            throw new NoSuchElementException(
                    "no stack before this one makes %s; there are %s".formatted(touch.resource(), byName.keySet()));
        }
        return resource;
    }
}
