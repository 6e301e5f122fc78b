/** Under which licences the parts of a deployment are. */
@NullMarked
package dev.assistant.localstack.licence;

import org.jspecify.annotations.NullMarked;
