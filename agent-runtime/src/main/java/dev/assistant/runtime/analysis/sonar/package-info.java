/**
 * The SonarSource analysers, as one engine behind {@link dev.assistant.runtime.analysis.AnalysisEngine}.
 *
 * <p>They need the SonarLint engine, which brings Spring 5, and the product has its own Spring. Decided: the engine's jars are on no
 * class path; {@link dev.assistant.runtime.analysis.sonar.EngineClassLoader} loads them, and with them the package {@code engine},
 * which is compiled against them (scope {@code provided}). Host and engine talk through the package {@code bridge}, whose types
 * are made of {@code java.*} and the product's core only and are looked up as a service, so there is no reflection. Rejected: a
 * module for the bridge (a jar of ten classes, built and copied by itself); shading (the LGPL wants the jars replaceable);
 * reflection. Because nothing but such values crosses the bridge, the engine can be moved to a process of its own later without
 * touching the host's side.
 *
 * <p>Plugins are parsers that strangers' code is fed to. What breaks one costs a file:
 *
 * <ul>
 *   <li>{@code Hazards} keeps away what is known to exhaust memory or stack,
 *   <li>{@code RunningPlugin} notices breakdowns and standstill, {@code PluginRun} finds the file that causes them,
 *   <li>{@code PluginWorker} replaces the plugin,
 *   <li>{@code CleanLauncher} starts what plugins start without this process's environment.
 * </ul>
 */
@NullMarked
package dev.assistant.runtime.analysis.sonar;

import org.jspecify.annotations.NullMarked;
