package dev.assistant.testkit;

import dev.assistant.identity.PasswordHasher;
import dev.assistant.testkit.contract.PasswordHasherContract;

class PlainPasswordHasherTest extends PasswordHasherContract {
    @Override
    protected PasswordHasher hasher() {
        return new PlainPasswordHasher();
    }
}
