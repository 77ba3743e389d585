package dev.longstack.agent.weave;

/** Changes methods of one class. */
@FunctionalInterface
public interface Weaving {
    /**
     * Changes the class in place.
     *
     * @throws WeavingException where the class is not as expected
     */
    void weave(WovenClass woven);
}
