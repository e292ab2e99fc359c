import { BaseBoxShapeUtil, HTMLContainer, type RecordProps, T, type TLBaseShape } from 'tldraw';
import { GoalShape } from './GoalShape.tsx';
import { ResourceShape } from './ResourceShape.tsx';

/** A card on the board holds no content, only whose card it is: text and look come from the plan. */
interface CardProps {
  w: number;
  h: number;
  ref: string;
}
type GoalCardShape = TLBaseShape<'goal', CardProps>;
type ResourceCardShape = TLBaseShape<'resource', CardProps>;

const cardProps = { w: T.number, h: T.number, ref: T.string };

/** What the board does with any card: moves it, and leaves everything else to the plan. */
abstract class CardShapeUtil<S extends TLBaseShape<string, CardProps>> extends BaseBoxShapeUtil<S> {
  override getDefaultProps(): S['props'] {
    return { w: 240, h: 100, ref: '' };
  }
  override canEdit = () => false;
  override canResize = () => false;
  override canBind = () => false;
  override hideRotateHandle = () => true;
  override hideSelectionBoundsFg = () => true;
  override indicator() {
    return null;
  }
}

/** Richtungsziel, Handlungsziel, sheet of steps. */
export class GoalShapeUtil extends CardShapeUtil<GoalCardShape> {
  static override type = 'goal' as const;
  static override props: RecordProps<GoalCardShape> = cardProps;

  override component(shape: GoalCardShape) {
    return (
      <HTMLContainer>
        <GoalShape name={shape.props.ref} />
      </HTMLContainer>
    );
  }
}

/** A strength or help on the map. */
export class ResourceShapeUtil extends CardShapeUtil<ResourceCardShape> {
  static override type = 'resource' as const;
  static override props: RecordProps<ResourceCardShape> = cardProps;

  override component(shape: ResourceCardShape) {
    return (
      <HTMLContainer>
        <ResourceShape id={shape.props.ref} />
      </HTMLContainer>
    );
  }
}
