import { describe, expect, it } from 'vitest';
import { UndoStack } from '../../../../controller/console/parts/undo-stack.ts';

describe('UndoStack', () => {
  it('takes typing in one field back as one step, and does it again', () => {
    const stack = new UndoStack('');
    ['국', '국화', '국화 한 단'].forEach((text, index) => stack.put(text, 'title', index * 400));
    stack.put('국화 한 단 4,000원', 'price', 900);
    stack.undo();
    expect(stack.present).toBe('국화 한 단');
    stack.undo();
    expect([stack.present, stack.canUndo, stack.canRedo]).toEqual(['', false, true]);
    stack.redo();
    stack.redo();
    expect([stack.present, stack.canRedo]).toEqual(['국화 한 단 4,000원', false]);
  });

  it.each([
    ['after a pause', 'title', 1000],
    ['that is a step of its own', '', 100],
  ])('begins a new step with a change %s', (_why, field, at) => {
    const stack = new UndoStack('');
    stack.put('가', field, 0);
    stack.put('나', field, at);
    stack.undo();
    expect(stack.present).toBe('가');
  });

  it('forgets what was taken back once something else is done', () => {
    const stack = new UndoStack(0);
    stack.put(1, '', 0);
    stack.undo();
    stack.put(2, '', 0);
    stack.redo();
    expect(stack.present).toBe(2);
    stack.undo();
    expect(stack.present).toBe(0);
  });

  it('goes on typing after an undo as a new step', () => {
    const stack = new UndoStack('');
    stack.put('가', 'title', 0);
    stack.undo();
    stack.put('나', 'title', 100);
    stack.put('나다', 'title', 200);
    stack.undo();
    expect(stack.present).toBe('');
  });

  it('does nothing where there is nothing to take back or do again', () => {
    const stack = new UndoStack('가');
    stack.undo();
    stack.redo();
    expect(stack.present).toBe('가');
  });
});
