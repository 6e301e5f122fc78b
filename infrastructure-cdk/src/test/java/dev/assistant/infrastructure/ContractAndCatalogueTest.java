package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.catalogue.Touch;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractAndCatalogueTest {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void every_operation_names_a_routed_function_and_every_routed_function_has_an_operation() {
        Set<String> routed =
                catalogue.routed().stream().map(CatalogueFunction::name).collect(Collectors.toSet());

        assertThat(new TreeSet<>(OpenApi.functionsByRoute().values())).containsExactlyInAnyOrderElementsOf(routed);
    }

    @Test
    void no_routed_function_may_take_longer_than_the_gateway_waits() {
        assertThat(catalogue.routed())
                .allSatisfy(function -> assertThat(function.timeout()).isLessThan(Duration.ofSeconds(29)));
    }

    @Test
    void no_function_needs_both_the_private_network_and_the_management_api() {
        assertThat(catalogue.functions())
                .noneMatch(function -> function.touchesDatabase() && function.touches(Touch.Kind.MANAGEMENT_API));
    }

    @Test
    void no_function_needs_both_the_private_network_and_sign_in_providers() {
        assertThat(catalogue.functions())
                .noneMatch(function -> function.touchesDatabase() && function.touches(Touch.Kind.IDENTITY_PROVIDERS));
    }
}
