/**
 * Deleting an account and everything that it owns. The account is closed at once: nobody can sign in, its address is free
 * again, and its jobs are asked to stop. What it owns is then erased piece by piece, within the request as far as there is time
 * and by the sweep after that, so that neither a large account nor an outage leaves anything behind.
 */
@NullMarked
package dev.assistant.erasure;

import org.jspecify.annotations.NullMarked;
