package dev.longstack.agent.weave;

/** Changes one class. */
@FunctionalInterface
interface Weaving {
    /**
     * Changes the class in place.
     *
     * @throws WeavingException where the class is not as expected
     */
    void weave(WovenClass woven);

    /** This, and then the other: two families may need the same class. */
    default Weaving and(Weaving other) {
        return woven -> {
            weave(woven);
            other.weave(woven);
        };
    }
}
