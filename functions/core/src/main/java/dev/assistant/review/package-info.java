/** Reviews: what is submitted, what analysers and agents found in it, what was and was not looked at, and the gate's answer. */
@NullMarked
package dev.assistant.review;

import org.jspecify.annotations.NullMarked;
