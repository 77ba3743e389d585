/*
 * A small library with a thread of its own that calls back: native code that takes part.
 *
 * It needs six functions with plain numbers and strings. Ticker_run finds them with JNI; ticker_run gets them as pointers,
 * such as the upcalls of the foreign function API.
 */
#include <jni.h>
#include <pthread.h>
#include <stdint.h>

typedef struct {
  void *owner;
  int64_t (*created)(void *owner, const char *operation);
  void (*begin)(void *owner, int64_t id);
  void (*end)(void *owner, int64_t id);
  void (*released)(void *owner, int64_t id);
  void (*hint)(void *owner, const char *name, const char *details);
  void (*tick)(void *owner, int32_t number);
  /* around the native thread; may be null */
  void (*attach)(void *owner);
  void (*detach)(void *owner);
} longstack;

typedef struct {
  longstack *calls;
  int64_t id;
  int32_t ticks;
} work;

static void *ticking(void *given) {
  work *todo = given;
  longstack *calls = todo->calls;
  if (calls->attach) calls->attach(calls->owner);
  for (int32_t i = 1; i <= todo->ticks; i++) {
    calls->begin(calls->owner, todo->id);
    calls->hint(calls->owner, "ticker", "native thread");
    calls->tick(calls->owner, i);
    calls->end(calls->owner, todo->id);
  }
  calls->released(calls->owner, todo->id);
  if (calls->detach) calls->detach(calls->owner);
  return 0;
}

/* The context is created where the work is asked for, and runs on the library's thread. */
void ticker_run(longstack *calls, int32_t ticks) {
  work todo = {calls, calls->created(calls->owner, "ticker_run"), ticks};
  pthread_t thread;
  if (pthread_create(&thread, 0, ticking, &todo) == 0) pthread_join(thread, 0);
}

/* The same six with JNI. A thread has its own JNIEnv; classes and methods are found once, on a thread of Java. */
typedef struct {
  JavaVM *vm;
  jclass trigger, ticker;
  jmethodID created, begin, end, released, hint, tick;
} java;

static JNIEnv *env(java *j) {
  JNIEnv *found = 0;
  (*j->vm)->GetEnv(j->vm, (void **) &found, JNI_VERSION_10);
  return found;
}

static int64_t j_created(void *owner, const char *operation) {
  java *j = owner;
  JNIEnv *e = env(j);
  return (*e)->CallStaticLongMethod(e, j->trigger, j->created, (*e)->NewStringUTF(e, operation));
}

static void j_begin(void *owner, int64_t id) {
  java *j = owner;
  JNIEnv *e = env(j);
  (*e)->CallStaticVoidMethod(e, j->trigger, j->begin, (jlong) id);
}

static void j_end(void *owner, int64_t id) {
  java *j = owner;
  JNIEnv *e = env(j);
  (*e)->CallStaticVoidMethod(e, j->trigger, j->end, (jlong) id);
}

static void j_released(void *owner, int64_t id) {
  java *j = owner;
  JNIEnv *e = env(j);
  (*e)->CallStaticVoidMethod(e, j->trigger, j->released, (jlong) id);
}

static void j_hint(void *owner, const char *name, const char *details) {
  java *j = owner;
  JNIEnv *e = env(j);
  jstring n = (*e)->NewStringUTF(e, name), d = (*e)->NewStringUTF(e, details);
  (*e)->CallStaticVoidMethod(e, j->trigger, j->hint, n, d);
  (*e)->DeleteLocalRef(e, n);
  (*e)->DeleteLocalRef(e, d);
}

static void j_tick(void *owner, int32_t number) {
  java *j = owner;
  JNIEnv *e = env(j);
  (*e)->CallStaticVoidMethod(e, j->ticker, j->tick, (jint) number);
  /* native code decides what an exception means; here the tick is lost and the ticker goes on */
  if ((*e)->ExceptionCheck(e)) (*e)->ExceptionClear(e);
}

static void j_attach(void *owner) {
  java *j = owner;
  void *unused = 0;
  (*j->vm)->AttachCurrentThreadAsDaemon(j->vm, &unused, 0);
}

static void j_detach(void *owner) {
  java *j = owner;
  (*j->vm)->DetachCurrentThread(j->vm);
}

JNIEXPORT void JNICALL Java_dev_longstack_examples_Ticker_run(JNIEnv *e, jclass ticker, jint ticks) {
  java j = {0};
  (*e)->GetJavaVM(e, &j.vm);
  j.ticker = (*e)->NewGlobalRef(e, ticker);
  jclass trigger = (*e)->FindClass(e, "dev/longstack/deferred/Callbacks");
  if (!trigger) return; /* the exception goes to who called */
  j.trigger = (*e)->NewGlobalRef(e, trigger);
  j.created = (*e)->GetStaticMethodID(e, trigger, "created", "(Ljava/lang/String;)J");
  j.begin = (*e)->GetStaticMethodID(e, trigger, "begin", "(J)V");
  j.end = (*e)->GetStaticMethodID(e, trigger, "end", "(J)V");
  j.released = (*e)->GetStaticMethodID(e, trigger, "released", "(J)V");
  j.hint = (*e)->GetStaticMethodID(e, trigger, "hint", "(Ljava/lang/String;Ljava/lang/String;)V");
  j.tick = (*e)->GetStaticMethodID(e, ticker, "tick", "(I)V");
  if (j.tick && j.hint && j.released && j.end && j.begin && j.created) {
    longstack calls = {&j, j_created, j_begin, j_end, j_released, j_hint, j_tick, j_attach, j_detach};
    ticker_run(&calls, ticks);
  }
  (*e)->DeleteGlobalRef(e, j.trigger);
  (*e)->DeleteGlobalRef(e, j.ticker);
}
