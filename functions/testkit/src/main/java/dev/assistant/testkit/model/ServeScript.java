package dev.assistant.testkit.model;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a stub as a program, for tests of the whole product: {@code ServeScript openai|bedrock PORT SCRIPT.json}. The script is
 * written as {@link Script#read} reads it.
 */
public final class ServeScript {
    private ServeScript() {}

    public static void main(String[] arguments) throws Exception {
        Script script = Script.read(Files.readString(Path.of(arguments[2])));
        int port = Integer.parseInt(arguments[1]);
        ModelStub stub =
                arguments[0].equals("bedrock") ? BedrockStub.start(port, script) : OpenAiStub.start(port, script);
        System.out.println(stub.address());
        Thread.currentThread().join();
    }
}
