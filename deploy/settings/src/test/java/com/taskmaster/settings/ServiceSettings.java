package com.taskmaster.settings;

import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings of a service for operators: its own, from the code, and those of the framework that it explains. */
final class ServiceSettings {

    private static final List<String> PROFILES = List.of("keycloak", "entra");
    private static final String REQUIRED = "required";

    private final Source source;
    private final ApplicationProperties properties;
    private final QuarkusKeys framework;
    private final Map<String, Property> own = new LinkedHashMap<>();

    private ServiceSettings(Path module, QuarkusKeys framework) {
        this.source = Source.of(module);
        this.properties = ApplicationProperties.of(module);
        this.framework = framework;
        source.mappings().forEach(mapping -> ConfigMappings.getProperties(ConfigClass.configClass(mapping))
                .forEach(this::add));
    }

    static ServiceSettings of(Path module, QuarkusKeys framework) {
        return new ServiceSettings(module, framework);
    }

    /** By section heading of {@code application.properties}, in its order. */
    Map<String, List<Setting>> bySection() {
        var sections = new LinkedHashMap<String, List<Setting>>();
        properties.keysBySection().forEach((section, keys) -> {
            var settings = keys.stream()
                    .map(ServiceSettings::anyKey)
                    .filter(key ->
                            own.containsKey(key) || properties.explanation(key).isPresent())
                    .map(this::setting)
                    .toList();
            if (!settings.isEmpty()) {
                sections.put(section, settings);
            }
        });
        return sections;
    }

    /** The settings in the code that {@code application.properties} does not mention. */
    List<String> unmentioned() {
        var mentioned = properties.keysBySection().values().stream()
                .flatMap(List::stream)
                .map(ServiceSettings::anyKey)
                .toList();
        return own.keySet().stream().filter(key -> !mentioned.contains(key)).toList();
    }

    /** The explained keys that Quarkus does not read at run time: setting them would have no effect. */
    List<String> withoutEffect() {
        return properties.keysBySection().values().stream()
                .flatMap(List::stream)
                .filter(key -> key.startsWith("quarkus.") && !key.equals("quarkus.profile"))
                .filter(key -> properties.explanation(key).isPresent())
                .filter(key -> !framework.contain(key))
                .toList();
    }

    private void add(String path, Property property) {
        var key = path.replace("[*]", "").replace(".*", "." + Setting.ANY);
        if (!property.isDefaultMethod()) {
            own.putIfAbsent(key, property);
        }
    }

    private Setting setting(String key) {
        var typed = Optional.ofNullable(own.get(key));
        var meaning = typed.map(property -> source.commentOf(property.getMethod()))
                .or(() -> properties.explanation(key))
                .orElseThrow();
        return new Setting(key, standard(key, typed), meaning);
    }

    private String standard(String key, Optional<Property> typed) {
        var always = properties
                .value("", key)
                .or(() -> typed.isPresent() ? typed.flatMap(ServiceSettings::defaultOf) : framework.defaultOf(key));
        var required = typed.map(ServiceSettings::isRequired).orElseGet(() -> source.demands(key))
                && PROFILES.stream().noneMatch(profile -> isDemandedBy(profile, key));
        return Stream.concat(
                        always
                                .map(ServiceSettings::code)
                                .or(() -> required ? Optional.of(REQUIRED) : Optional.empty())
                                .stream(),
                        PROFILES.stream()
                                .flatMap(profile ->
                                        ofProfile(profile, key).map(value -> profile + ": " + value).stream()))
                .collect(Collectors.joining("<br>"));
    }

    private Optional<String> ofProfile(String profile, String key) {
        return isDemandedBy(profile, key)
                ? Optional.of(REQUIRED)
                : properties.value(profile, key).map(ServiceSettings::code);
    }

    /** Whether a profile requires a setting: it declares it without a value, or derives others from an unset one. */
    private boolean isDemandedBy(String profile, String key) {
        return properties
                .value(profile, key)
                .map(String::isEmpty)
                .orElseGet(() -> !own.containsKey(key)
                        && properties.value("", key).isEmpty()
                        && properties.isPartOfOthers(profile, key));
    }

    private static Optional<String> defaultOf(Property property) {
        return property.hasDefaultValue() ? Optional.of(property.getDefaultValue()) : Optional.empty();
    }

    private static boolean isRequired(Property property) {
        var type = property.getMethod().getReturnType();
        return type != Optional.class && type != Map.class && !property.hasDefaultValue();
    }

    private static String code(String value) {
        return "`" + value + "`";
    }

    private static String anyKey(String key) {
        return key.replaceAll("(?<=^taskmaster\\.[a-z-]{1,40}\\.)\"[^\"]+\"", Setting.ANY);
    }
}
