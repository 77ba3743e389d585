/**
 * What a family is written with: {@link dev.longstack.agent.weave.Family} declares it, {@link dev.longstack.agent.weave.Run} and
 * {@link dev.longstack.agent.weave.Patterns} are what it weaves, {@link dev.longstack.agent.weave.Hook} is what woven code can
 * call. Knows no family, and nothing of how weaving is started.
 */
@NullMarked
package dev.longstack.agent.weave;

import org.jspecify.annotations.NullMarked;
